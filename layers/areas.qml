<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="1" hasScaleBasedVisibilityFlag="0" simplifyDrawingHints="1" simplifyDrawingTol="1" simplifyMaxScale="1" simplifyLocal="1" symbologyReferenceScale="-1">
 <temporal enabled="1" mode="4" limitMode="0" startField="start" endField="end" durationField="" durationUnit="min" fixedDuration="0" accumulate="0" startExpression="coalesce(if(&quot;tz&quot;='UTC' AND &quot;time_precision&quot; IN ('minute','hour'),&quot;start_utc&quot;,to_datetime(&quot;start&quot;)),@map_start_time)" endExpression="coalesce(if(&quot;tz&quot;='UTC' AND &quot;time_precision&quot; IN ('minute','hour'),&quot;end_utc&quot;,to_datetime(to_date(to_datetime(&quot;end&quot;)+to_interval('30 hours')))),@map_end_time)">
  <fixedRange>
   <start />
   <end />
  </fixedRange>
 </temporal>
 <renderer-v2 type="RuleRenderer" forceraster="0">
  <rules key="root">
   <rule key="Polygon" label="Areas" filter="geometry_type($geometry)='Polygon'">
    <rule key="Polygon meeting" symbol="0" label="Meeting" filter="&quot;kind&quot;='meeting'" />
    <rule key="Polygon statement" symbol="1" label="Statement" filter="&quot;kind&quot;='statement'" />
    <rule key="Polygon inspection" symbol="2" label="Inspection" filter="&quot;kind&quot;='inspection'" />
    <rule key="Polygon operation_launch" symbol="3" label="Operation launched" filter="&quot;kind&quot;='operation_launch'" />
    <rule key="Polygon mechanism" symbol="4" label="Mechanism" filter="&quot;kind&quot;='mechanism'" />
    <rule key="Polygon supply_cut" symbol="5" label="Supply cut" filter="&quot;kind&quot;='supply_cut'" />
    <rule key="Polygon raid_or_detention" symbol="6" label="Raid or detention" filter="&quot;kind&quot;='raid_or_detention'" />
    <rule key="Polygon arrest" symbol="7" label="Arrest" filter="&quot;kind&quot;='arrest'" />
    <rule key="Polygon handover" symbol="8" label="Handover" filter="&quot;kind&quot;='handover'" />
    <rule key="Polygon rescue" symbol="9" label="Rescue" filter="&quot;kind&quot;='rescue'" />
    <rule key="Polygon repatriation" symbol="10" label="Repatriation" filter="&quot;kind&quot;='repatriation'" />
    <rule key="Polygon trafficking_case" symbol="11" label="Trafficking case" filter="&quot;kind&quot;='trafficking_case'" />
    <rule key="Polygon report" symbol="12" label="Report" filter="&quot;kind&quot;='report'" />
   </rule>
   <rule key="Line" label="Border" filter="geometry_type($geometry)='Line'">
    <rule key="Line meeting" symbol="13" label="Meeting" filter="&quot;kind&quot;='meeting'" />
    <rule key="Line statement" symbol="14" label="Statement" filter="&quot;kind&quot;='statement'" />
    <rule key="Line inspection" symbol="15" label="Inspection" filter="&quot;kind&quot;='inspection'" />
    <rule key="Line operation_launch" symbol="16" label="Operation launched" filter="&quot;kind&quot;='operation_launch'" />
    <rule key="Line mechanism" symbol="17" label="Mechanism" filter="&quot;kind&quot;='mechanism'" />
    <rule key="Line supply_cut" symbol="18" label="Supply cut" filter="&quot;kind&quot;='supply_cut'" />
    <rule key="Line raid_or_detention" symbol="19" label="Raid or detention" filter="&quot;kind&quot;='raid_or_detention'" />
    <rule key="Line arrest" symbol="20" label="Arrest" filter="&quot;kind&quot;='arrest'" />
    <rule key="Line handover" symbol="21" label="Handover" filter="&quot;kind&quot;='handover'" />
    <rule key="Line rescue" symbol="22" label="Rescue" filter="&quot;kind&quot;='rescue'" />
    <rule key="Line repatriation" symbol="23" label="Repatriation" filter="&quot;kind&quot;='repatriation'" />
    <rule key="Line trafficking_case" symbol="24" label="Trafficking case" filter="&quot;kind&quot;='trafficking_case'" />
    <rule key="Line report" symbol="25" label="Report" filter="&quot;kind&quot;='report'" />
   </rule>
  </rules>
  <symbols>
   <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="color" value="11,92,173,26" type="QString" />
      <Option name="style" value="solid" type="QString" />
      <Option name="outline_color" value="11,92,173,191" type="QString" />
      <Option name="outline_style" value="solid" type="QString" />
      <Option name="outline_width" value="0.35" type="QString" />
      <Option name="outline_width_unit" value="MM" type="QString" />
      <Option name="joinstyle" value="round" type="QString" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" value="" type="QString" />
       <Option type="Map" name="properties">
        <Option type="Map" name="fillColor">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="set_color_part('#0b5cad','alpha',if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),26,13)*if(&quot;place_kind&quot;='country',0.4,1))" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
        <Option type="Map" name="outlineColor">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="set_color_part('#0b5cad','alpha',if(&quot;place_kind&quot;='country',110,190))" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
        <Option type="Map" name="outlineStyle">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'solid','dash')" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
       </Option>
       <Option name="type" value="collection" type="QString" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="color" value="74,143,208,26" type="QString" />
      <Option name="style" value="solid" type="QString" />
      <Option name="outline_color" value="74,143,208,191" type="QString" />
      <Option name="outline_style" value="solid" type="QString" />
      <Option name="outline_width" value="0.35" type="QString" />
      <Option name="outline_width_unit" value="MM" type="QString" />
      <Option name="joinstyle" value="round" type="QString" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" value="" type="QString" />
       <Option type="Map" name="properties">
        <Option type="Map" name="fillColor">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="set_color_part('#4a8fd0','alpha',if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),26,13)*if(&quot;place_kind&quot;='country',0.4,1))" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
        <Option type="Map" name="outlineColor">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="set_color_part('#4a8fd0','alpha',if(&quot;place_kind&quot;='country',110,190))" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
        <Option type="Map" name="outlineStyle">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'solid','dash')" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
       </Option>
       <Option name="type" value="collection" type="QString" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="color" value="18,58,107,26" type="QString" />
      <Option name="style" value="solid" type="QString" />
      <Option name="outline_color" value="18,58,107,191" type="QString" />
      <Option name="outline_style" value="solid" type="QString" />
      <Option name="outline_width" value="0.35" type="QString" />
      <Option name="outline_width_unit" value="MM" type="QString" />
      <Option name="joinstyle" value="round" type="QString" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" value="" type="QString" />
       <Option type="Map" name="properties">
        <Option type="Map" name="fillColor">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="set_color_part('#123a6b','alpha',if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),26,13)*if(&quot;place_kind&quot;='country',0.4,1))" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
        <Option type="Map" name="outlineColor">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="set_color_part('#123a6b','alpha',if(&quot;place_kind&quot;='country',110,190))" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
        <Option type="Map" name="outlineStyle">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'solid','dash')" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
       </Option>
       <Option name="type" value="collection" type="QString" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="color" value="91,44,140,26" type="QString" />
      <Option name="style" value="solid" type="QString" />
      <Option name="outline_color" value="91,44,140,191" type="QString" />
      <Option name="outline_style" value="solid" type="QString" />
      <Option name="outline_width" value="0.35" type="QString" />
      <Option name="outline_width_unit" value="MM" type="QString" />
      <Option name="joinstyle" value="round" type="QString" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" value="" type="QString" />
       <Option type="Map" name="properties">
        <Option type="Map" name="fillColor">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="set_color_part('#5b2c8c','alpha',if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),26,13)*if(&quot;place_kind&quot;='country',0.4,1))" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
        <Option type="Map" name="outlineColor">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="set_color_part('#5b2c8c','alpha',if(&quot;place_kind&quot;='country',110,190))" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
        <Option type="Map" name="outlineStyle">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'solid','dash')" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
       </Option>
       <Option name="type" value="collection" type="QString" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="color" value="143,99,189,26" type="QString" />
      <Option name="style" value="solid" type="QString" />
      <Option name="outline_color" value="143,99,189,191" type="QString" />
      <Option name="outline_style" value="solid" type="QString" />
      <Option name="outline_width" value="0.35" type="QString" />
      <Option name="outline_width_unit" value="MM" type="QString" />
      <Option name="joinstyle" value="round" type="QString" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" value="" type="QString" />
       <Option type="Map" name="properties">
        <Option type="Map" name="fillColor">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="set_color_part('#8f63bd','alpha',if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),26,13)*if(&quot;place_kind&quot;='country',0.4,1))" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
        <Option type="Map" name="outlineColor">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="set_color_part('#8f63bd','alpha',if(&quot;place_kind&quot;='country',110,190))" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
        <Option type="Map" name="outlineStyle">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'solid','dash')" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
       </Option>
       <Option name="type" value="collection" type="QString" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="color" value="168,116,0,26" type="QString" />
      <Option name="style" value="solid" type="QString" />
      <Option name="outline_color" value="168,116,0,191" type="QString" />
      <Option name="outline_style" value="solid" type="QString" />
      <Option name="outline_width" value="0.35" type="QString" />
      <Option name="outline_width_unit" value="MM" type="QString" />
      <Option name="joinstyle" value="round" type="QString" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" value="" type="QString" />
       <Option type="Map" name="properties">
        <Option type="Map" name="fillColor">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="set_color_part('#a87400','alpha',if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),26,13)*if(&quot;place_kind&quot;='country',0.4,1))" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
        <Option type="Map" name="outlineColor">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="set_color_part('#a87400','alpha',if(&quot;place_kind&quot;='country',110,190))" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
        <Option type="Map" name="outlineStyle">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'solid','dash')" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
       </Option>
       <Option name="type" value="collection" type="QString" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" name="6" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="color" value="168,40,10,26" type="QString" />
      <Option name="style" value="solid" type="QString" />
      <Option name="outline_color" value="168,40,10,191" type="QString" />
      <Option name="outline_style" value="solid" type="QString" />
      <Option name="outline_width" value="0.35" type="QString" />
      <Option name="outline_width_unit" value="MM" type="QString" />
      <Option name="joinstyle" value="round" type="QString" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" value="" type="QString" />
       <Option type="Map" name="properties">
        <Option type="Map" name="fillColor">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="set_color_part('#a8280a','alpha',if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),26,13)*if(&quot;place_kind&quot;='country',0.4,1))" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
        <Option type="Map" name="outlineColor">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="set_color_part('#a8280a','alpha',if(&quot;place_kind&quot;='country',110,190))" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
        <Option type="Map" name="outlineStyle">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'solid','dash')" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
       </Option>
       <Option name="type" value="collection" type="QString" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" name="7" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="color" value="224,95,42,26" type="QString" />
      <Option name="style" value="solid" type="QString" />
      <Option name="outline_color" value="224,95,42,191" type="QString" />
      <Option name="outline_style" value="solid" type="QString" />
      <Option name="outline_width" value="0.35" type="QString" />
      <Option name="outline_width_unit" value="MM" type="QString" />
      <Option name="joinstyle" value="round" type="QString" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" value="" type="QString" />
       <Option type="Map" name="properties">
        <Option type="Map" name="fillColor">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="set_color_part('#e05f2a','alpha',if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),26,13)*if(&quot;place_kind&quot;='country',0.4,1))" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
        <Option type="Map" name="outlineColor">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="set_color_part('#e05f2a','alpha',if(&quot;place_kind&quot;='country',110,190))" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
        <Option type="Map" name="outlineStyle">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'solid','dash')" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
       </Option>
       <Option name="type" value="collection" type="QString" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" name="8" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="color" value="0,115,79,26" type="QString" />
      <Option name="style" value="solid" type="QString" />
      <Option name="outline_color" value="0,115,79,191" type="QString" />
      <Option name="outline_style" value="solid" type="QString" />
      <Option name="outline_width" value="0.35" type="QString" />
      <Option name="outline_width_unit" value="MM" type="QString" />
      <Option name="joinstyle" value="round" type="QString" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" value="" type="QString" />
       <Option type="Map" name="properties">
        <Option type="Map" name="fillColor">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="set_color_part('#00734f','alpha',if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),26,13)*if(&quot;place_kind&quot;='country',0.4,1))" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
        <Option type="Map" name="outlineColor">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="set_color_part('#00734f','alpha',if(&quot;place_kind&quot;='country',110,190))" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
        <Option type="Map" name="outlineStyle">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'solid','dash')" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
       </Option>
       <Option name="type" value="collection" type="QString" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" name="9" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="color" value="31,158,120,26" type="QString" />
      <Option name="style" value="solid" type="QString" />
      <Option name="outline_color" value="31,158,120,191" type="QString" />
      <Option name="outline_style" value="solid" type="QString" />
      <Option name="outline_width" value="0.35" type="QString" />
      <Option name="outline_width_unit" value="MM" type="QString" />
      <Option name="joinstyle" value="round" type="QString" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" value="" type="QString" />
       <Option type="Map" name="properties">
        <Option type="Map" name="fillColor">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="set_color_part('#1f9e78','alpha',if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),26,13)*if(&quot;place_kind&quot;='country',0.4,1))" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
        <Option type="Map" name="outlineColor">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="set_color_part('#1f9e78','alpha',if(&quot;place_kind&quot;='country',110,190))" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
        <Option type="Map" name="outlineStyle">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'solid','dash')" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
       </Option>
       <Option name="type" value="collection" type="QString" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" name="10" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="color" value="0,75,54,26" type="QString" />
      <Option name="style" value="solid" type="QString" />
      <Option name="outline_color" value="0,75,54,191" type="QString" />
      <Option name="outline_style" value="solid" type="QString" />
      <Option name="outline_width" value="0.35" type="QString" />
      <Option name="outline_width_unit" value="MM" type="QString" />
      <Option name="joinstyle" value="round" type="QString" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" value="" type="QString" />
       <Option type="Map" name="properties">
        <Option type="Map" name="fillColor">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="set_color_part('#004b36','alpha',if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),26,13)*if(&quot;place_kind&quot;='country',0.4,1))" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
        <Option type="Map" name="outlineColor">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="set_color_part('#004b36','alpha',if(&quot;place_kind&quot;='country',110,190))" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
        <Option type="Map" name="outlineStyle">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'solid','dash')" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
       </Option>
       <Option name="type" value="collection" type="QString" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" name="11" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="color" value="163,36,106,26" type="QString" />
      <Option name="style" value="solid" type="QString" />
      <Option name="outline_color" value="163,36,106,191" type="QString" />
      <Option name="outline_style" value="solid" type="QString" />
      <Option name="outline_width" value="0.35" type="QString" />
      <Option name="outline_width_unit" value="MM" type="QString" />
      <Option name="joinstyle" value="round" type="QString" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" value="" type="QString" />
       <Option type="Map" name="properties">
        <Option type="Map" name="fillColor">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="set_color_part('#a3246a','alpha',if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),26,13)*if(&quot;place_kind&quot;='country',0.4,1))" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
        <Option type="Map" name="outlineColor">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="set_color_part('#a3246a','alpha',if(&quot;place_kind&quot;='country',110,190))" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
        <Option type="Map" name="outlineStyle">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'solid','dash')" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
       </Option>
       <Option name="type" value="collection" type="QString" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" name="12" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="color" value="90,98,108,26" type="QString" />
      <Option name="style" value="solid" type="QString" />
      <Option name="outline_color" value="90,98,108,191" type="QString" />
      <Option name="outline_style" value="solid" type="QString" />
      <Option name="outline_width" value="0.35" type="QString" />
      <Option name="outline_width_unit" value="MM" type="QString" />
      <Option name="joinstyle" value="round" type="QString" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" value="" type="QString" />
       <Option type="Map" name="properties">
        <Option type="Map" name="fillColor">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="set_color_part('#5a626c','alpha',if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),26,13)*if(&quot;place_kind&quot;='country',0.4,1))" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
        <Option type="Map" name="outlineColor">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="set_color_part('#5a626c','alpha',if(&quot;place_kind&quot;='country',110,190))" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
        <Option type="Map" name="outlineStyle">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'solid','dash')" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
       </Option>
       <Option name="type" value="collection" type="QString" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="13" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" value="11,92,173,191" type="QString" />
      <Option name="line_style" value="solid" type="QString" />
      <Option name="line_width" value="0.8" type="QString" />
      <Option name="line_width_unit" value="MM" type="QString" />
      <Option name="joinstyle" value="round" type="QString" />
      <Option name="capstyle" value="round" type="QString" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" value="" type="QString" />
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'solid','dash')" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
       </Option>
       <Option name="type" value="collection" type="QString" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="14" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" value="74,143,208,191" type="QString" />
      <Option name="line_style" value="solid" type="QString" />
      <Option name="line_width" value="0.8" type="QString" />
      <Option name="line_width_unit" value="MM" type="QString" />
      <Option name="joinstyle" value="round" type="QString" />
      <Option name="capstyle" value="round" type="QString" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" value="" type="QString" />
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'solid','dash')" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
       </Option>
       <Option name="type" value="collection" type="QString" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="15" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" value="18,58,107,191" type="QString" />
      <Option name="line_style" value="solid" type="QString" />
      <Option name="line_width" value="0.8" type="QString" />
      <Option name="line_width_unit" value="MM" type="QString" />
      <Option name="joinstyle" value="round" type="QString" />
      <Option name="capstyle" value="round" type="QString" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" value="" type="QString" />
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'solid','dash')" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
       </Option>
       <Option name="type" value="collection" type="QString" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="16" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" value="91,44,140,191" type="QString" />
      <Option name="line_style" value="solid" type="QString" />
      <Option name="line_width" value="0.8" type="QString" />
      <Option name="line_width_unit" value="MM" type="QString" />
      <Option name="joinstyle" value="round" type="QString" />
      <Option name="capstyle" value="round" type="QString" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" value="" type="QString" />
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'solid','dash')" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
       </Option>
       <Option name="type" value="collection" type="QString" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="17" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" value="143,99,189,191" type="QString" />
      <Option name="line_style" value="solid" type="QString" />
      <Option name="line_width" value="0.8" type="QString" />
      <Option name="line_width_unit" value="MM" type="QString" />
      <Option name="joinstyle" value="round" type="QString" />
      <Option name="capstyle" value="round" type="QString" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" value="" type="QString" />
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'solid','dash')" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
       </Option>
       <Option name="type" value="collection" type="QString" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="18" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" value="168,116,0,191" type="QString" />
      <Option name="line_style" value="solid" type="QString" />
      <Option name="line_width" value="0.8" type="QString" />
      <Option name="line_width_unit" value="MM" type="QString" />
      <Option name="joinstyle" value="round" type="QString" />
      <Option name="capstyle" value="round" type="QString" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" value="" type="QString" />
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'solid','dash')" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
       </Option>
       <Option name="type" value="collection" type="QString" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="19" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" value="168,40,10,191" type="QString" />
      <Option name="line_style" value="solid" type="QString" />
      <Option name="line_width" value="0.8" type="QString" />
      <Option name="line_width_unit" value="MM" type="QString" />
      <Option name="joinstyle" value="round" type="QString" />
      <Option name="capstyle" value="round" type="QString" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" value="" type="QString" />
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'solid','dash')" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
       </Option>
       <Option name="type" value="collection" type="QString" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="20" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" value="224,95,42,191" type="QString" />
      <Option name="line_style" value="solid" type="QString" />
      <Option name="line_width" value="0.8" type="QString" />
      <Option name="line_width_unit" value="MM" type="QString" />
      <Option name="joinstyle" value="round" type="QString" />
      <Option name="capstyle" value="round" type="QString" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" value="" type="QString" />
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'solid','dash')" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
       </Option>
       <Option name="type" value="collection" type="QString" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="21" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" value="0,115,79,191" type="QString" />
      <Option name="line_style" value="solid" type="QString" />
      <Option name="line_width" value="0.8" type="QString" />
      <Option name="line_width_unit" value="MM" type="QString" />
      <Option name="joinstyle" value="round" type="QString" />
      <Option name="capstyle" value="round" type="QString" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" value="" type="QString" />
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'solid','dash')" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
       </Option>
       <Option name="type" value="collection" type="QString" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="22" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" value="31,158,120,191" type="QString" />
      <Option name="line_style" value="solid" type="QString" />
      <Option name="line_width" value="0.8" type="QString" />
      <Option name="line_width_unit" value="MM" type="QString" />
      <Option name="joinstyle" value="round" type="QString" />
      <Option name="capstyle" value="round" type="QString" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" value="" type="QString" />
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'solid','dash')" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
       </Option>
       <Option name="type" value="collection" type="QString" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="23" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" value="0,75,54,191" type="QString" />
      <Option name="line_style" value="solid" type="QString" />
      <Option name="line_width" value="0.8" type="QString" />
      <Option name="line_width_unit" value="MM" type="QString" />
      <Option name="joinstyle" value="round" type="QString" />
      <Option name="capstyle" value="round" type="QString" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" value="" type="QString" />
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'solid','dash')" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
       </Option>
       <Option name="type" value="collection" type="QString" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="24" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" value="163,36,106,191" type="QString" />
      <Option name="line_style" value="solid" type="QString" />
      <Option name="line_width" value="0.8" type="QString" />
      <Option name="line_width_unit" value="MM" type="QString" />
      <Option name="joinstyle" value="round" type="QString" />
      <Option name="capstyle" value="round" type="QString" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" value="" type="QString" />
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'solid','dash')" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
       </Option>
       <Option name="type" value="collection" type="QString" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="line" name="25" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="line_color" value="90,98,108,191" type="QString" />
      <Option name="line_style" value="solid" type="QString" />
      <Option name="line_width" value="0.8" type="QString" />
      <Option name="line_width_unit" value="MM" type="QString" />
      <Option name="joinstyle" value="round" type="QString" />
      <Option name="capstyle" value="round" type="QString" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" value="" type="QString" />
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option name="active" value="true" type="bool" />
         <Option name="expression" value="if(&quot;time_certainty&quot; IN ('exact','span') OR @map_start_time IS NULL OR coalesce(to_date(@map_start_time)&lt;=&quot;start&quot; AND &quot;end&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),false),'solid','dash')" type="QString" />
         <Option name="type" value="3" type="int" />
        </Option>
       </Option>
       <Option name="type" value="collection" type="QString" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="simple">
  <settings calloutType="simple">
   <text-style fieldName="&quot;place_name&quot;||if(if(layer_property(@layer,'feature_count')&lt;=2000,count(&quot;id&quot;,group_by:=&quot;place_id&quot;,filter:=coalesce(&quot;start&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),true) AND coalesce(attribute($currentfeature,'end')&gt;=to_date(@map_start_time),true)),1)&gt;1,' · '||if(layer_property(@layer,'feature_count')&lt;=2000,count(&quot;id&quot;,group_by:=&quot;place_id&quot;,filter:=coalesce(&quot;start&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),true) AND coalesce(attribute($currentfeature,'end')&gt;=to_date(@map_start_time),true)),1),'')" isExpression="1" fontFamily="Noto Sans" namedStyle="Regular" fontWeight="50" fontSize="7.5" fontSizeUnit="Point" textColor="27,31,36,255" textOpacity="1" multilineHeight="0.95" fontKerning="1" textOrientation="horizontal">
    <families>
     <family name="Noto Sans" />
     <family name="Open Sans" />
     <family name="Segoe UI" />
     <family name="Helvetica Neue" />
     <family name="Arial" />
    </families>
    <text-buffer bufferDraw="0" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="247,245,240,255" bufferOpacity="0.9" bufferJoinStyle="128" bufferNoFill="1" />
    <background shapeDraw="1" shapeType="0" shapeSizeType="0" shapeSizeX="1.2" shapeSizeY="0.5" shapeSizeUnit="MM" shapeRadiiX="1.6" shapeRadiiY="1.6" shapeRadiiUnit="MM" shapeOpacity="0.92" shapeFillColor="255,255,255,255" shapeBorderColor="91,84,135,255" shapeBorderWidth="0.25" shapeBorderWidthUnit="MM" shapeJoinStyle="128">
     <symbol type="fill" name="fillSymbol" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="SimpleFill" enabled="1" pass="0" locked="0">
       <Option type="Map">
        <Option name="color" value="255,255,255,255" type="QString" />
        <Option name="style" value="solid" type="QString" />
        <Option name="outline_color" value="91,84,135,255" type="QString" />
        <Option name="outline_style" value="solid" type="QString" />
        <Option name="outline_width" value="0.25" type="QString" />
        <Option name="outline_width_unit" value="MM" type="QString" />
        <Option name="joinstyle" value="round" type="QString" />
       </Option>
      </layer>
     </symbol>
    </background>
   </text-style>
   <text-format multilineAlign="3" formatNumbers="0" autoWrapLength="0" useMaxLineLengthForAutoWrap="1" wrapChar="" />
   <placement dist="0" distUnits="MM" offsetType="0" offsetUnits="MM" priority="5" quadOffset="4" repeatDistance="0" repeatDistanceUnits="MM" lineAnchorPercent="0.5" polygonPlacementFlags="2" preserveRotation="1" placement="4" />
   <rendering drawLabels="1" displayAll="0" limitNumLabels="1" maxNumLabels="2000" fontMinPixelSize="3" fontMaxPixelSize="10000" obstacle="1" obstacleFactor="1" obstacleType="1" />
   <dd_properties>
    <Option type="Map">
     <Option name="name" value="" type="QString" />
     <Option type="Map" name="properties">
      <Option type="Map" name="Show">
       <Option name="active" value="true" type="bool" />
       <Option name="expression" value="if(layer_property(@layer,'feature_count')&lt;=2000,&quot;id&quot;=minimum(&quot;id&quot;,group_by:=&quot;place_id&quot;,filter:=coalesce(&quot;start&quot;&lt;=to_date(@map_end_time-to_interval('1 second')),true) AND coalesce(attribute($currentfeature,'end')&gt;=to_date(@map_start_time),true)),true)" type="QString" />
       <Option name="type" value="3" type="int" />
      </Option>
     </Option>
     <Option name="type" value="collection" type="QString" />
    </Option>
   </dd_properties>
  </settings>
 </labeling>
 <legend type="default-vector" showLabelLegend="0" />
 <fieldConfiguration>
  <field name="layer" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Areas" value="areas" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Border points" value="border_points" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Checkpoints and airports" value="checkpoints" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Compounds" value="compounds" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Events" value="events" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Incidents" value="incidents" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Movements" value="movements" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Not on the map" value="none" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Cities and venues" value="venues" type="QString" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="kind" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Arrest" value="arrest" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Handover" value="handover" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Inspection" value="inspection" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Mechanism" value="mechanism" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Meeting" value="meeting" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Operation launched" value="operation_launch" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Raid or detention" value="raid_or_detention" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Repatriation" value="repatriation" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Report" value="report" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Rescue" value="rescue" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Statement" value="statement" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Supply cut" value="supply_cut" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Trafficking case" value="trafficking_case" type="QString" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="status" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Announced" value="announced" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Decided" value="decided" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Done" value="done" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Ended" value="ended" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Proposed" value="proposed" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Working" value="working" type="QString" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="place_kind" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Airport" value="airport" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Border" value="border" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Border town" value="border_town" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Bridge" value="bridge" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Checkpoint" value="checkpoint" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="City" value="city" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Compound" value="compound" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Compound area" value="compound_area" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Country" value="country" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="District" value="district" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Mountain pass" value="mountain_pass" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Office" value="office" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Province" value="province" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Region" value="region" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Supply point" value="supply_point" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Venue" value="venue" type="QString" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="role" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Destination" value="destination" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Origin" value="origin" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Site" value="site" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Subject" value="subject" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Supply point" value="supply_point" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Target area" value="target_area" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Transit" value="transit" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="Venue" value="venue" type="QString" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="basis" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="from the context" value="context" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="implied: seat of the office that acts" value="implied" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="stated by the source" value="stated" type="QString" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="time_precision" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="known to the day" value="day" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="known to the hour" value="hour" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="known as an interval" value="interval" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="known to the minute" value="minute" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="known to the month" value="month" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="known to the season" value="season" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="date not known" value="unknown" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="known to the year" value="year" type="QString" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="time_certainty" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="from this time on, moment unknown" value="after" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="by the end of this time" value="before" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="at this time" value="exact" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="lasted all this time" value="span" type="QString" />
       </Option>
       <Option type="Map">
        <Option name="at an unknown moment within this time" value="within" type="QString" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="id" index="0" name="Feature" />
  <alias field="event_id" index="1" name="Event" />
  <alias field="place_id" index="2" name="Place (id)" />
  <alias field="layer" index="3" name="Layer" />
  <alias field="kind" index="4" name="Kind" />
  <alias field="title" index="5" name="Title" />
  <alias field="title_zh_hans" index="6" name="Title (Simplified Chinese)" />
  <alias field="title_zh_hant" index="7" name="Title (Traditional Chinese)" />
  <alias field="summary" index="8" name="Summary" />
  <alias field="summary_zh_hans" index="9" name="Summary (Simplified Chinese)" />
  <alias field="summary_zh_hant" index="10" name="Summary (Traditional Chinese)" />
  <alias field="status" index="11" name="Status" />
  <alias field="place_name" index="12" name="Place" />
  <alias field="place_name_zh_hans" index="13" name="Place (Simplified Chinese)" />
  <alias field="place_name_zh_hant" index="14" name="Place (Traditional Chinese)" />
  <alias field="place_name_th" index="15" name="Place (Thai)" />
  <alias field="place_name_my" index="16" name="Place (Burmese)" />
  <alias field="place_kind" index="17" name="Kind of place" />
  <alias field="country" index="18" name="Country" />
  <alias field="role" index="19" name="Role of the place" />
  <alias field="basis" index="20" name="Basis of the place" />
  <alias field="primary" index="21" name="Main place" />
  <alias field="radius_m" index="22" name="Position within (m)" />
  <alias field="when" index="23" name="Date (EDTF)" />
  <alias field="when_text" index="24" name="Date" />
  <alias field="when_text_zh_hans" index="25" name="Date (Simplified Chinese)" />
  <alias field="when_text_zh_hant" index="26" name="Date (Traditional Chinese)" />
  <alias field="start" index="27" name="First day" />
  <alias field="end" index="28" name="Last day" />
  <alias field="start_utc" index="29" name="Start (UTC)" />
  <alias field="end_utc" index="30" name="End (UTC, excluded)" />
  <alias field="tz" index="31" name="Time zone" />
  <alias field="time_precision" index="32" name="Precision of the date" />
  <alias field="time_certainty" index="33" name="Certainty of the date" />
  <alias field="date_applies_to" index="34" name="The date is that of" />
  <alias field="people" index="35" name="People" />
  <alias field="people_qualifier" index="36" name="People: how exact" />
  <alias field="figures" index="37" name="Figures (JSON)" />
  <alias field="actors" index="38" name="Who" />
  <alias field="source_count" index="39" name="Sources" />
  <alias field="independent_sources" index="40" name="Independent sources" />
  <alias field="sources" index="41" name="Sources (JSON)" />
  <alias field="conflict" index="42" name="Sources differ" />
  <alias field="claims" index="43" name="Rival claims (JSON)" />
  <alias field="related" index="44" name="Related events (JSON)" />
  <alias field="url" index="45" name="Link" />
 </aliases>
 <previewExpression>"title"</previewExpression>
 <mapTip>&lt;div style="width:340px;font-family:sans-serif;font-size:12px"&gt;&lt;p style="margin:0 0 4px 0"&gt;&lt;b&gt;[% replace("title",map('&amp;','&amp;amp;','&lt;','&amp;lt;','&gt;','&amp;gt;')) %]&lt;/b&gt;&lt;/p&gt;&lt;p style="margin:0 0 4px 0"&gt;[% replace(concat("when_text",coalesce(' · '||"place_name",'')),map('&amp;','&amp;amp;','&lt;','&amp;lt;','&gt;','&amp;gt;')) %]&lt;/p&gt;&lt;p style="margin:0 0 4px 0"&gt;[% replace("summary",map('&amp;','&amp;amp;','&lt;','&amp;lt;','&gt;','&amp;gt;')) %]&lt;/p&gt;&lt;p style="margin:0 0 4px 0"&gt;&lt;i&gt;Sources: [% replace(array_to_string(array_distinct(array_foreach(from_json("sources"),map_get(@element,'publisher'))),'; '),map('&amp;','&amp;amp;','&lt;','&amp;lt;','&gt;','&amp;gt;')) %]&lt;/i&gt;&lt;/p&gt;[% if("conflict",'&lt;p style="margin:0 0 4px 0"&gt;⚠ Where sources differ&lt;/p&gt;','') %]&lt;/div&gt;</mapTip>
</qgis>
